import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.failedBecauseOfTheUsers()
    build.says('src/test/resources/auth0/users.json:[3,49] ')
    build.says('hashes.json is no journal and stays as it is')
    build.says('src/test/resources/auth0/hashes.json:[1,48]: it is not JSON: ')
    assert new File(basedir, 'src/test/resources/auth0/hashes.json').text.startsWith('{ "email"')
    assert build.tenant().requests() == []
}
