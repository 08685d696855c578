// What the documentation of @auth0/auth0-spa-js tells an application to do.

const settings = await (await fetch("/settings.json")).json();
const origin = window.location.origin;
const client = await auth0.createAuth0Client({
  ...settings,
  useRefreshTokens: window.location.pathname === "/refresh",
  authorizationParams: { ...settings.authorizationParams, redirect_uri: origin + window.location.pathname },
});
if (new URLSearchParams(window.location.search).has("code")) {
  await client.handleRedirectCallback();
  window.history.replaceState({}, "", window.location.pathname);
}
document.querySelector("#login").addEventListener("click", () => client.loginWithRedirect());

window.application = {
  user: () => client.getUser(),
  // Past its own cache: from the tenant.
  token: () => client.getTokenSilently({ cacheMode: "off" }).catch((refused) => refused.error),
  logOut: () => client.logout({ logoutParams: { returnTo: `${origin}/out` } }),
};
document.title = (await client.isAuthenticated()) ? "Logged in" : "Logged out";
