def log = new File(basedir, 'build.log').text
assert log.contains('auth0:help')
