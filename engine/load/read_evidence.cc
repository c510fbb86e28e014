// SPDX-License-Identifier: MIT
// What stands beside the steps: evidence, precautions, letters.
#include "engine/load/map_reader.h"
#include "engine/load/readers.h"

namespace zhilu::load {

void read_evidence(Linker& linker, const Declared& declared) {
  Evidence& evidence = linker.knowledge.evidence[EvidenceId{declared.id}];
  const std::string prefix = "evidence." + evidence.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) evidence.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* how = map.require("how")) evidence.how = linker.text(*how, prefix + "how");
  if (const yaml::Node* care = map.find("care")) evidence.care = linker.text(*care, prefix + "care");
  if (const yaml::Node* have_when = map.find("have_when")) evidence.have_when = linker.condition(*have_when);
  if (const yaml::Node* source = map.require("source")) evidence.sources = linker.source_list(*source);
  map.find("alias");
  map.finish();
}

void read_precaution(Linker& linker, const Declared& declared) {
  Precaution& precaution = linker.knowledge.precautions[PrecautionId{declared.id}];
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* text = map.require("text")) {
    precaution.text = linker.text(*text, "precautions." + precaution.id + ".text");
  }
  if (const yaml::Node* plan_when = map.find("plan_when"))
    precaution.plan_when = linker.condition(*plan_when);
  if (const yaml::Node* source = map.require("source")) precaution.sources = linker.source_list(*source);
  map.find("alias");
  map.finish();
}

void read_letter(Linker& linker, const Declared& declared) {
  Letter& letter = linker.knowledge.letters[LetterId{declared.id}];
  const std::string prefix = "letters." + letter.id + ".";
  MapReader map(*declared.body, *declared.key, linker.diagnostics);
  if (const yaml::Node* title = map.require("title")) letter.title = linker.text(*title, prefix + "title");
  if (const yaml::Node* use = map.require("use")) letter.use = linker.text(*use, prefix + "use");
  if (const yaml::Node* body = map.require("body")) letter.body = linker.text(*body, prefix + "body");
  if (const yaml::Node* source = map.require("source")) letter.sources = linker.source_list(*source);
  map.find("alias");
  map.finish();
}

}  // namespace zhilu::load
