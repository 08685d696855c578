import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    build.says('Tenant: login.example.invalid (<server> "staging" of settings.xml)')
    build.hasLine('.*Proxy: 127\\.0\\.0\\.1:\\d+ \\(<proxy> "company" of settings\\.xml\\)')
    build.hasLine(".*Certificates trusted beside the JDK's: 1 of .*company\\.p12")
    build.says('2 users: 2 inserted, 0 failed')
    assert build.users()*.email == ['ada@example.com', 'grace@example.com']
    assert context.get('proxy').requests().contains('CONNECT login.example.invalid:443 HTTP/1.1')
    context.get('front').close()
    context.get('proxy').close()
}
