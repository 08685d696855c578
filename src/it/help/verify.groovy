import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('auth0:help')
    build.says('auth0:import-users')
    build.says('auth0:validate-users')
    build.says('auth0:explain')
    build.says('To do: mend the value; the message says what the pattern asks for.')
}
