import io.github.auth0maven.it.FinishedBuild

FinishedBuild.check(basedir, context) { build ->
    // Maven 4 says so itself, and starts no build at all.
    def says = new File(basedir, 'build.log').text
    assert says.contains('The <password> of the <server> "auth0" in settings.xml is encrypted and cannot be decrypted') ||
        says.contains('Error executing Maven') || says.toLowerCase().contains('decrypt')
    assert build.tenant().requests() == []
    build.doesNotSay('J3GDS1ctUMMHP9Aarc0Jc3zo0BRXDk')
}
