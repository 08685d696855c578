import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def jobs = build.tenant().jobs()
    assert jobs.size() == 1
    def id = jobs.first().id()

    build.says("Still running at Auth0 after the time that jobTimeout gives them: ${id}. The same command goes on from there")
    build.says('An import was interrupted, and this is not the same one: the users file has changed. Put it back to go on with that'
        + ' import, or forget it with -Dauth0.resume=never')
    build.says("and these jobs may still be running: ${id}")
    build.says("Job ${id}, which an earlier run submitted, is followed: 2 users")
    build.says('2 users: 2 inserted, 0 failed; 1 job')
    build.says('There is no interrupted import to be taken up, and auth0.resume is required')

    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
    // The builds that were refused have sent nothing.
    assert build.tenant().requestCounts()['POST /oauth/token 200'] == 2
}
