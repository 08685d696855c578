import io.github.auth0maven.it.ManyUsers

ManyUsers.write(new File(basedir, 'target/users.json'), 500_000)
