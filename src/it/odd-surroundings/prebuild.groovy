import io.github.auth0maven.it.ManyUsers
import io.github.auth0maven.it.Tenants

// Where the machine's locale has no such letter, no program can name such a directory: then a blank has to do.
def place = System.getProperty('sun.jnu.encoding') == 'UTF-8' ? '\u00fc b' : 'u b'
def module = new File(basedir, place)
new File(basedir, 'u b').renameTo(module)
def root = new File(basedir, 'pom.xml')
root.setText(root.getText('UTF-8').replace('u b', place), 'UTF-8')

// Lines end as on Windows.
def users = new File(module, 'fixtures/users.json')
ManyUsers.write(users, 1199)
def first = '[ { "email": "INFO@EXAMPLE.ORG", "email_verified": true, "given_name": "Gr\u00e2ce" },'
users.setText(first + users.getText('UTF-8').substring(1), 'UTF-8')
[new File(module, 'pom.xml'), users, new File(module, 'fixtures/twice.json')].each {
    it.setText(it.getText('UTF-8').replace('\n', '\r\n'), 'UTF-8')
}
context.module = module
Tenants.start(basedir, context)
