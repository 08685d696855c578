import io.github.auth0maven.it.FinishedBuild

def file = new File(basedir, 'target/users.json')
assert file.length() > 190_000_000
assert file.delete()

FinishedBuild.check(basedir, context) { build ->
    build.says('500,000 users: Auth0 would accept all of them')
    build.says('BUILD SUCCESS')
}
