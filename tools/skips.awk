# Reads Surefire's XML reports and prints a line for each skipped test: reason, module and test, separated by tabs.
BEGIN { RS = "<" }

/^testcase / {
  test = attribute("classname") "." attribute("name")
}

/^skipped/ {
  reason = attribute("message")
  sub(/^Assumption failed: /, "", reason)
  gsub(/[ \t\n]+/, " ", reason)
  if (reason == "") reason = "no reason given"
  print reason "\t" module() "\t" test
}

function attribute(name,   start, text) {
  start = index($0, " " name "=\"")
  if (start == 0) return ""
  text = substr($0, start + length(name) + 3)
  text = substr(text, 1, index(text, "\"") - 1)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&#10;/, " ", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

# ./image-turbo/target/surefire-reports-java-17/TEST-X.xml is "image-turbo, java-17".
function module(   path, at, run) {
  path = FILENAME
  sub(/^\.\//, "", path)
  at = index(path, "/target/surefire-reports")
  run = substr(path, at + length("/target/surefire-reports"))
  sub(/\/.*/, "", run)
  sub(/^-/, ", ", run)
  return substr(path, 1, at - 1) run
}
