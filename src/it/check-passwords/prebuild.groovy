import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

// Outside the repository, and its owner's alone.
def samples = Files.createTempFile('samples', '.csv', PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString('rw-------')))
samples.toFile().deleteOnExit()
samples.toFile().text = '''email,password
user1@example.com,correct horse 1
user2@example.com,correct horse 2
ben@example.com,correct horse 3
'''
new File(basedir, 'test.properties').text = "auth0.samples=$samples\n"
return true
