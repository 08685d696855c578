import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Users file: target/test-classes/auth0/users.json')
    assert build.users()*.email == ['ada@staging.example.com', 'grace@staging.example.com']
    assert build.users()*.app_metadata == [[stage: 'staging'], [stage: 'staging']]
}
