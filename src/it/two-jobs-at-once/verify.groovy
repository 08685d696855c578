import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('6,000 users: 6,000 inserted, 0 failed; 5 jobs')
    assert context.activeJobs.max() == 2

    def jobs = build.tenant().jobs()
    assert jobs.size() == 5
    assert jobs*.users().sum() == 6000
    assert jobs*.bodySize().max() <= 512_000
    assert jobs.take(4)*.bodySize().min() > 511_000
    assert build.tenant().userCount() == 6000
}
