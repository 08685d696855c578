// What the test tells of the tenant that it has started, and what every client is to find there.

export const domain = process.env.TENANT_DOMAIN;
export const issuer = `https://${domain}/`;
export const audience = `${issuer}api/v2/`;
export const clientId = process.env.TENANT_CLIENT_ID;
export const clientSecret = process.env.TENANT_CLIENT_SECRET;
export const publicClientId = process.env.TENANT_PUBLIC_CLIENT_ID;
export const api = "https://orders.example.com";
export const callback = "http://localhost:8080/callback";

// Of the bcrypt hash below.
export const password = "Secret of Ada 1";
export const users = JSON.stringify([
  {
    email: "ada@example.com",
    email_verified: true,
    name: "Ada",
    app_metadata: { roles: ["bookkeeper"], plan: "gold" },
    password_hash: "$2b$10$vtPJzuWPMU6bmt7d3dos6ugnChvPhYldJM3OW6E0pp.xe6sgeWRGy",
  },
]);

/** Asks again and again, a few seconds at most, until the job has ended. */
export async function ended(ask) {
  for (const until = Date.now() + 10_000; ; ) {
    const job = await ask();
    if (job.status !== "pending" || Date.now() > until) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
