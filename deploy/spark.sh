# Finds or makes the Spark that the scripts beside this file run. To be sourced; needs bash, a JDK, and Maven to build.
# Sets root (of the project), jar, spark_home and java.

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
jar=$root/target/escapement.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Whether a directory holds a Spark that can run the jar: version 4 or later, Scala 2.13.
is_spark() {
  [[ -n $1 && -x $1/bin/spark-submit ]] && compgen -G "$1/jars/spark-core_2.13-[4-9].*.jar" >/dev/null
}

installed_spark() {
  local found
  if [[ -n ${SPARK_HOME:-} ]]; then
    if is_spark "$SPARK_HOME"; then
      echo "$SPARK_HOME"
    else
      echo "escapement: no Spark 4 for Scala 2.13 in SPARK_HOME=$SPARK_HOME; using the one that Maven fetches" >&2
    fi
  elif found=$(command -v spark-submit); then
    found=$(dirname "$(dirname "$(readlink -f "$found")")")
    is_spark "$found" && echo "$found"
  fi
  return 0
}

spark_home=$(installed_spark)
if [[ -z $spark_home ]]; then
  spark_home=$root/target/spark
  own_spark=yes
fi

is_current() {
  [[ -f $jar && -d $root/target/spark/jars ]] &&
    [[ -z $(find "$root/pom.xml" "$root/src/main" -newer "$jar" -print -quit) ]]
}

# Makes the jar, and beside it the Spark of Maven, unless they are there already. Silent unless it fails.
build() {
  is_current && return
  mkdir -p "$root/target"
  local log=$root/target/build.log
  (
    # Two that begin at once must not build at once.
    if command -v flock >/dev/null; then flock 9; fi
    is_current && exit
    echo "escapement: building (a minute; more when Maven has to fetch Spark)" >&2
    cd "$root"
    if ! mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package >"$log" 2>&1; then
      cat "$log" >&2
      echo "escapement: the build failed; its output is above and in $log" >&2
      exit 3
    fi
    touch "$jar" # Maven leaves a jar alone that would not change.
  ) 9>"$root/target/build.lock" || exit 3
}

# What every program of Spark needs to know of the Spark that Maven fetched.
prepare_own_spark() {
  if [[ ${own_spark:-} ]]; then
    export SPARK_HOME=$spark_home
    export SPARK_SCALA_VERSION=2.13
    export SPARK_CONF_DIR=${SPARK_CONF_DIR:-$root/conf}
  fi
}

# Starts a class of Spark in place of this shell. Spark's launcher says how: after a zero byte and a line feed the words
# of the command, each ended by a zero byte.
run_class() {
  prepare_own_spark
  if [[ ! ${own_spark:-} ]]; then
    exec "$spark_home/bin/spark-class" "$@"
  fi
  local words=() word
  while IFS= read -r -d '' word; do
    words+=("$word")
  done < <("$java" -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$spark_home/jars/*" \
    org.apache.spark.launcher.Main "$@")
  ((${#words[@]} > 2)) || exit 2 # the launcher has said why
  exec "${words[1]#$'\n'}" "${words[@]:2}"
}

# Looks at each of the jars: those on this machine must be there; others only Spark can get.
check_jars() {
  local one all
  IFS=, read -ra all <<<"$jars"
  for one in "${all[@]}"; do
    if [[ $one == *[:*?{[]* ]]; then
      only_spark=yes
    elif [[ ! -f $one ]]; then
      echo "escapement: there is no jar $one" >&2
      exit 2
    fi
  done
}

# Runs Main through spark-submit, in place of this shell. Takes the options of spark-submit from the array submit, and
# the jars that it is to bring along from jars.
run_submit() {
  local master=local option previous=
  for option in "${submit[@]}"; do
    if [[ $previous == --master ]]; then master=$option; fi
    case $option in
      --master=*) master=${option#--master=} ;;
      spark.master=*) master=${option#spark.master=} ;;
    esac
    previous=$option
  done
  if [[ $master == local* ]]; then
    export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
  fi
  quiet_installed_spark
  if [[ $jars ]]; then submit+=(--jars "$jars"); fi
  run_class org.apache.spark.deploy.SparkSubmit "${submit[@]}" --class org.escapement.cli.Main "$jar" "$@"
}

# A Spark whose owner has not said how it logs would tell everything, between the lines of the progress bar.
quiet_installed_spark() {
  if [[ ! ${own_spark:-} && ! -f ${SPARK_CONF_DIR:-$spark_home/conf}/log4j2.properties ]]; then
    local option="-Dlog4j2.configurationFile=\"file:$root/conf/log4j2.properties\""
    export SPARK_SUBMIT_OPTS="${SPARK_SUBMIT_OPTS:-} $option"
  fi
}

# Runs Main without Spark, in place of this shell, for the commands that start none.
run_java() {
  local options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Descapement.kernels=scalar)
  case $1 in
    plan | replay | theory) options=(--add-modules=jdk.incubator.vector) ;; # these compute
  esac
  export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
  exec "$java" "${options[@]}" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED \
    "-Dlog4j2.configurationFile=$root/conf/log4j2.properties" \
    -cp "$jar:${jars:+${jars//,/:}:}$spark_home/jars/*" org.escapement.cli.Main "$@"
}
