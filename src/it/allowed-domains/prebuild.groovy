import io.github.auth0maven.it.Tenants

// As -Dauth0.domain would: whoever runs the build has another tenant in mind than its POM.
Tenants.start(basedir, context)
