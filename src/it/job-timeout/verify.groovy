import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def job = build.tenant().jobs().first()
    def problem = "Still running at Auth0 after the time that jobTimeout gives them: ${job.id()}"

    build.failedToRun()
    build.says(problem)

    def report = build.report()
    assert report.status == 'failed'
    assert report.problem.startsWith(problem)
    assert report.jobs*.id == [job.id()]
    assert report.jobs*.status == ['pending']
    assert report.users == [total: 2, inserted: 0, updated: 0, failed: 0, invalid: 0, unsent: 0, pending: 2]
}
