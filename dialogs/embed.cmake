# attune_embed(TARGET FUNCTION FOLDER PATTERN…): builds the text files of FOLDER (and what ends in .gz) into TARGET as
#   const std::map<std::string, std::string>& FUNCTION();   path inside the folder → content
# FUNCTION is written with its namespace. Run as a script, this file writes that source.
function(attune_embed TARGET FUNCTION FOLDER)
  list(TRANSFORM ARGN PREPEND ${FOLDER}/)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${ARGN})
  attune_embed_files(${TARGET} ${FUNCTION} ${FOLDER} ${files})
endfunction()

# attune_embed_files(TARGET FUNCTION FOLDER FILE…): the same for files that are named, for instance made by a rule.
function(attune_embed_files TARGET FUNCTION FOLDER)
  set(files ${ARGN})
  string(REPLACE "::" "_" name ${FUNCTION})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${FUNCTION} -DFOLDER=${FOLDER} -DOUTPUT=${source} "-DFILES=${files}"
            -P ${PROJECT_SOURCE_DIR}/dialogs/embed.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/dialogs/embed.cmake VERBATIM)
  target_sources(${TARGET} PRIVATE ${source})
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  set(text "#include <map>\n#include <string>\n\n")
  string(REGEX REPLACE "^(.*)::([^:]*)$" "namespace \\1 {\nconst std::map<std::string, std::string>& \\2();\n}\n" declaration ${FUNCTION})
  string(APPEND text "${declaration}\nconst std::map<std::string, std::string>& ${FUNCTION}() {\n"
    "    static const std::map<std::string, std::string> files = {\n")
  foreach(file IN LISTS FILES)
    file(RELATIVE_PATH path ${FOLDER} ${file})
    if(path MATCHES "\\.gz$")
      file(READ ${file} content HEX)
      string(LENGTH "${content}" digits)
      math(EXPR bytes "${digits} / 2")
      string(REGEX REPLACE "(..)" "\\\\x\\1" content "${content}")
      string(APPEND text "        {\"${path}\", std::string(\"${content}\", ${bytes})},\n")
    else()
      file(READ ${file} content)
      string(APPEND text "        {\"${path}\", R\"attune_file(${content})attune_file\"},\n")
    endif()
  endforeach()
  string(APPEND text "    };\n    return files;\n}\n")
  file(WRITE ${OUTPUT} "${text}")
endif()
