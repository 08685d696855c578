import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('auth0:help')
    build.says('auth0:import-users')
    build.says('auth0:validate-users')
}
