# Sourced by ./darkroom: the example programs.

demo() {
  local out=$ROOT/demo-out jdk
  local -a photos=()
  jdk=$(need_jdk_25) || exit 2
  locate_photos "$@"
  mkdir -p "$out"
  build_worker "$jdk"
  in_world "$jdk" demo.Demo examples/fly-worker/target/fly-worker.jar "$out" ${photos[@]+"${photos[@]}"}
}

record() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build_worker "$jdk"
  record_cache "$jdk"
  echo "Recorded $WORKER/target/fly-worker.aot. Start the worker with JAVA_HOME=$jdk $WORKER/bin/fly-worker"
}

record_cache() {
  in_world "$1" demo.AotCacheRecording "$WORKER/bin/fly-worker" "$WORKER/target/fly-worker.aot" || fail "the worker's task failed"
}

serve() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build_servlet "$jdk"
  cd "$STARTED_IN" || exit 1
  exec "$jdk/bin/java" --add-modules jdk.incubator.vector -jar "$ROOT/examples/upload-servlet/target/upload-servlet.jar" \
    2> >(grep -v 'incubator module' >&2)
}

load() {
  local jdk
  jdk=$(need_jdk_25) || exit 2
  build_servlet "$jdk"
  in_world "$jdk" load.LoadRun examples/upload-servlet/target/upload-servlet.jar "$LOGS" "${1:-500}"
}

build_servlet() {
  build "the upload servlet" servlet "$1" examples/world,examples/upload-servlet -Dmaven.test.skip=true
}

build_worker() {
  build "the worker" worker "$1" examples/world,examples/fly-worker -Dmaven.test.skip=true
}

# Runs a program of examples/world: JDK CLASS ARGUMENT...
in_world() {
  local world=examples/world/target
  "$1/bin/java" -cp "$world/classes:$(<"$world/s3proxy.classpath")" "dev.darkroom.world.$2" "${@:3}"
}

# Fills `photos` with absolute paths. Relative paths are relative to the caller's folder.
locate_photos() {
  local photo
  for photo in "$@"; do
    [[ $photo == /* ]] || photo=$STARTED_IN/$photo
    [[ -r $photo ]] || fail "cannot read $photo"
    photos+=("$photo")
  done
}
