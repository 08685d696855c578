import io.github.auth0maven.it.Tenants
import io.github.auth0maven.management.PrivateKeyFile
import io.github.auth0maven.tenant.connections.Connection
import java.nio.file.Path
import java.security.KeyFactory
import java.security.spec.RSAPublicKeySpec

def file = Path.of(PrivateKeyFile.getResource('keys/pkcs8-aes-256.pem').toURI())
def key = PrivateKeyFile.read(file, Optional.of('open sesame'))
def publicKey = KeyFactory.getInstance('RSA').generatePublic(new RSAPublicKeySpec(key.modulus, key.publicExponent))

Tenants.start(basedir, context) { settings ->
    settings
        .withClient(settings.client().withKey(publicKey))
        .withConnections(Connection.database('Staff'))
}
// The domain is for the settings alone to tell.
def properties = new File(basedir, 'test.properties')
properties.setText(properties.getText('UTF-8').replace('auth0.domain', 'it.domain'), 'UTF-8')
Tenants.property(basedir, 'it.key', file.toString())
