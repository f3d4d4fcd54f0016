# Reads Surefire's XML reports and prints a line for each skipped test: reason, module and test, separated by tabs.
BEGIN { RS = "<" }

/^testcase / {
  test = attribute("classname") "." attribute("name")
}

# Without a message attribute, the reason is in the first line of the text: "EXCEPTION: REASON".
/^skipped/ {
  reason = attribute("message")
  pending = reason == ""
  if (!pending) report(reason)
}

pending && /^!\[CDATA\[/ {
  reason = substr($0, length("![CDATA[") + 1)
  sub(/\n.*/, "", reason)
  sub(/^[A-Za-z0-9_.$]*: /, "", reason)
  report(reason)
  pending = 0
}

pending && /^\/(skipped|testcase)/ {
  report("")
  pending = 0
}

function report(reason) {
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
