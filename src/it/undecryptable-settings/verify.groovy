import io.github.auth0maven.it.FinishedBuild

if (new File(basedir, 'build.log').text.contains('Error building settings')) {
    // Maven 4 starts no build at all, and says why itself, cipher text and all.
    FinishedBuild.checkNotBegun(context)
    return
}

FinishedBuild.check(basedir, context) { build ->
    assert build.tenant().requests() == []
    build.failedToRun()
    build.says('The <password> of the <server> "auth0" in settings.xml is encrypted and cannot be decrypted')
    build.doesNotSay('J3GDS1ctUMMHP9Aarc0Jc3zo0BRXDk')
}
