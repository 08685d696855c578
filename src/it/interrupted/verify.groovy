import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def jobs = build.tenant().jobs()
    assert jobs.size() == 1
    build.says("Going on with the import that was interrupted: 0 jobs had ended, ${jobs.first().id()} had not")
    build.says('2 users: 2 inserted, 0 failed; 1 job')
    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
}
