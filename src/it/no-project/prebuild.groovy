import io.github.auth0maven.it.Tenants

// maven-invoker-plugin under Maven 3.8 installs no metadata of plugin prefixes, which a release in Central has.
def metadata = new File(localRepositoryPath, 'io/github/auth0maven/maven-metadata-local.xml')
metadata.text = '''\
<?xml version="1.0" encoding="UTF-8"?>
<metadata>
  <plugins>
    <plugin>
      <name>Auth0 Maven Plugin</name>
      <prefix>auth0</prefix>
      <artifactId>auth0-maven-plugin</artifactId>
    </plugin>
  </plugins>
</metadata>
'''

Tenants.start(basedir, context)
