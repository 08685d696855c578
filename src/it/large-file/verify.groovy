import io.github.auth0maven.it.FinishedBuild

def file = new File(basedir, 'target/users.json')
assert file.length() > 190_000_000
assert file.delete()

FinishedBuild.check(basedir, context) { build ->
    build.says('500,000 users: Auth0 would accept all of them')
    build.says('bcrypt in password_hash: 500,000 users, 1 sample, 1 matched, 0 not matched')
    build.says('1 of 1 sample matches')
    build.says('BUILD SUCCESS')
}
