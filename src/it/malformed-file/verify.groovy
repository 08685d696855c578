import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('MojoFailureException')
    build.says('src/test/resources/auth0/users.json:[3,49] ')
    build.says('hashes.json is no journal and stays as it is')
    build.says('src/test/resources/auth0/hashes.json:[1,48]: it is not JSON: ')
    assert new File(basedir, 'src/test/resources/auth0/hashes.json').text.startsWith('{ "email"')
    build.says('\033[36msrc/test/resources/auth0/odd.json:[1,13]\033[m email: "ada\\u001b[2J@example.com" is not an e-mail address')
    build.says('[\033[1;31mINVALID_FORMAT\033[m]')
    assert build.tenant().requests() == []
}
