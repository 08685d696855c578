import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    def log = new File(basedir, 'build.log').text
    def urls = { expression -> (log =~ expression).collect { it[1] } }

    // One for the whole build, which all four were told of, and one for each of the two that wanted one of their own.
    def started = urls(/Local tenant: (http:\/\/localhost:\d+\/)/)
    assert started.size() == 6 && started.toSet().size() == 3
    def stopped = urls(/The local tenant (\S+) has stopped: \d+ requests, 0 logins, 1 user\b/)
    def shared = urls(/The local tenant (\S+) goes on for other projects of this build/)
    assert stopped.toSet().size() == 2
    assert shared.size() == 3 && shared.toSet().size() == 1
    assert stopped.toSet() + shared.toSet() == started.toSet()

    // Whoever was imported into the shared one is there for the last project.
    build.says('3 users: 0 inserted, 3 updated, 0 failed')
}
