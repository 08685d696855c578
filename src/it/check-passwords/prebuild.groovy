import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

// Outside the repository, and its owner's alone.
def samples = Files.createTempFile('samples', '.csv', PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString('rw-------')))
samples.toFile().deleteOnExit()
samples.toFile().setText('''email,password
user1@example.com,correct horse 1
user2@example.com,correct horse 2
ben@example.com,correct horse 3
django@example.com,lètmein
spring@example.com,lètmein
aspnet@example.com,lètmein
keycloak@example.com,lètmein
ldap@example.com,test123
windows@example.com,password
passlib@example.com,password
betterauth@example.com,lètmein
''', 'UTF-8')
new File(basedir, 'test.properties').text = "auth0.samples=$samples\n"
return true
