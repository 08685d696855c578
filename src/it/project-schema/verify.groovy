import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def file = 'src/test/resources/auth0/users.json'

    build.says("[ERROR] $file:[3,84] app_metadata.plan: \"gold\" is not one of \"free\", \"pro\", \"enterprise\" (schema: src/test/resources/auth0/plans.json#) [SCHEMA_VIOLATION]")
    build.says("[ERROR] $file:[4,3] it lacks \"name\" and \"app_metadata\" (schema: src/test/resources/auth0/user.schema.json#) [SCHEMA_VIOLATION]")
    build.says('2 of 3 users are invalid: nothing has been sent')
    assert build.tenant().requests() == []

    build.says('src/test/resources/auth0/users.yaml:[4,11] app_metadata.plan: "platinum" is not one of')

    build.says('schema (-Dauth0.schema): src/test/resources/auth0/remote.schema.json: "$ref": "https://example.com/name.json"'
            + ' would have to be fetched')

    build.says('[dry run] 3 users: 1 inserted, 0 failed, 2 invalid and not sent')
    assert build.report('target/auth0/dry-run').failures.collect { [it.line, it.column, it.attribute, it.code] } == [
        [3, 84, 'app_metadata.plan', 'SCHEMA_VIOLATION'],
        [4, 3, null, 'SCHEMA_VIOLATION'],
    ]
}
