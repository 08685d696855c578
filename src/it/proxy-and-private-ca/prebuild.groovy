import io.github.auth0maven.it.ConnectProxy
import io.github.auth0maven.it.Tenants
import io.github.auth0maven.it.TlsFront

Tenants.start(basedir, context)
def tenant = Tenants.of(context)
def front = TlsFront.of(tenant.url(), 'login.example.invalid')
front.writeTrustStore(new File(basedir, 'company.p12').toPath(), 'tru5t-5tore-pa55word')
// Nobody but the proxy knows where that is.
def proxy = ConnectProxy.of('jane', 'pr0xy-pa55word-only-for-loopback').leading('login.example.invalid:443', front.port())
// In the settings, both are encrypted; the proxy is told name and password in Base64.
Tenants.secret(context, 'the password of the trust store', 'tru5t-5tore-pa55word')
Tenants.secret(context, 'the password of the proxy', 'pr0xy-pa55word-only-for-loopback')
Tenants.secret(context, 'the password of the proxy', 'jane:pr0xy-pa55word-only-for-loopback'.bytes.encodeBase64().toString())
context.put('front', front)
context.put('proxy', proxy)

// The port of a proxy can be no placeholder, so these settings are written for this build.
def settings = new File(basedir, 'global-settings.xml')
settings.setText(settings.getText('UTF-8')
    .replace('PROXY_PORT', proxy.port().toString())
    .replace('TENANT_URL', tenant.url().toString())
    .replace('BASEDIR', basedir.path), 'UTF-8')
def arguments = new File(basedir, '.mvn/maven.config')
arguments.parentFile.mkdirs()
arguments.setText("-gs\n${settings.path}\n", 'UTF-8')

// The domain is for the settings alone to tell.
def properties = new File(basedir, 'test.properties')
properties.setText(properties.getText('UTF-8').replace('auth0.domain', 'it.domain'), 'UTF-8')
Tenants.property(basedir, 'settings.security', new File(basedir, 'settings-security.xml').path)
