// SPDX-License-Identifier: MIT
#include "engine/load/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <exception>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "engine/load/yaml_bytes.h"
#include "engine/load/yaml_diagnostics.h"
#include "engine/load/yaml_scanner.h"

namespace zhilu::yaml {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// Thrown by TreeBuilder through yaml-cpp to end a reading, and caught in read_events.
struct Stop {};

/// A collection that is being filled.
struct OpenNode {
  Node node;
  bool bracketed = false;
  /// Of a map: the key whose value comes next.
  std::optional<Node> key;
  /// Of a map: where each key stands first.
  std::unordered_map<std::string, Span> keys;
};

// Makes the tree from the events of yaml-cpp, which gives its shape, and the tokens of the scanner, which
// give texts and places. Each event must fit the next token; where they do not, the two readers disagree
// about the file, and it is refused.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `skipped` is the bytes at the start of `text` that yaml-cpp does not get to see.
  TreeBuilder(FileId file, std::string_view text, std::size_t skipped, const std::vector<Token>& tokens,
              Budget& budget, Diagnostics& diagnostics)
      : file_(file),
        text_(text),
        skipped_(skipped),
        tokens_(tokens),
        budget_(budget),
        diagnostics_(diagnostics) {}

  Node take_root() {
    if (next_ != tokens_.size()) disagree();
    return std::move(root_);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    // yaml-cpp also takes the words null and ~ for this; then they are the next token, and stand here.
    const Token* token = peek();
    const bool here = token != nullptr && token->place.begin == skipped_ + static_cast<std::size_t>(mark.pos);
    if (here && token->kind == Token::Kind::Scalar && is_null_word(slice(token->place))) {
      return add_scalar(*token, std::string(slice(token->place)));
    }
    Node node;
    const std::uint32_t at = last_end_;
    node.span = {file_, at, at};
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { disagree(); }

  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
    const Token* token = peek();
    if (token == nullptr || token->kind != Token::Kind::Scalar) disagree();
    add_scalar(*token, value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::List, Token::Kind::Sequence, mark, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::Map, Token::Kind::Map, mark, style);
  }
  void OnMapEnd() override { close(); }

 private:
  const Token* peek() const { return next_ < tokens_.size() ? &tokens_[next_] : nullptr; }

  std::string_view slice(const ScalarPlace& place) const {
    return text_.substr(place.begin, place.end - place.begin);
  }

  [[noreturn]] void disagree() {
    const Token* next = peek();
    const std::uint32_t at = next != nullptr ? next->place.begin : last_end_;
    diagnostics_.add(kSyntax, {file_, at, at}, {"two readers do not agree"});
    throw Stop{};
  }

  void add_scalar(const Token& token, const std::string& value) {
    DecodedScalar decoded = decode_scalar(text_, token.place);
    Node node;
    node.kind = Node::Kind::Scalar;
    node.style = token.place.style;
    node.span = {file_, token.place.begin, token.place.end};
    node.indent = token.place.indent;
    node.text = std::move(decoded.text);
    if (node.text != value) disagree();
    last_end_ = token.place.end;
    ++next_;
    add(std::move(node));
  }

  void open(Node::Kind kind, Token::Kind bracket, const YAML::Mark&, YAML::EmitterStyle::value style) {
    OpenNode open;
    open.node.kind = kind;
    open.bracketed = style == YAML::EmitterStyle::Flow;
    if (open.bracketed) {
      const Token* token = peek();
      if (token == nullptr || token->kind != bracket) disagree();
      open.node.span = {file_, token->place.begin, token->place.end};
      last_end_ = token->place.begin + 1;
      ++next_;
    }
    open_.push_back(std::move(open));
  }

  void close() {
    OpenNode closed = std::move(open_.back());
    open_.pop_back();
    if (closed.bracketed) {
      last_end_ = closed.node.span.end;
    } else {
      closed.node.span = {file_, begin_of(closed.node), last_end_};
    }
    add(std::move(closed.node));
  }

  /// Of a block collection: where its first key or item begins.
  std::uint32_t begin_of(const Node& node) const {
    if (!node.entries.empty()) return node.entries.front().key.span.begin;
    return node.items.empty() ? last_end_ : node.items.front().span.begin;
  }

  void add(Node node) {
    if (++budget_.nodes_read > budget_.nodes) {
      diagnostics_.add(kTooManyNodes, node.span, {std::to_string(budget_.nodes)});
      throw Stop{};
    }
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == Node::Kind::List) {
      open_.back().node.items.push_back(std::move(node));
    } else {
      add_to_map(open_.back(), std::move(node));
    }
  }

  void add_to_map(OpenNode& map, Node node) {
    if (map.key) {
      map.node.entries.push_back({std::move(*map.key), std::move(node)});
      map.key.reset();
      return;
    }
    if (!node.is_scalar()) disagree();
    const auto [first, is_new] = map.keys.emplace(node.text, node.span);
    if (!is_new) {
      Diagnostic& problem = diagnostics_.add(kDuplicateKey, node.span, {node.text});
      problem.notes.push_back({&kFirstKey, first->second, {}});
    }
    if (map.keys.size() > budget_.keys_of_a_map) {
      diagnostics_.add(kTooManyKeys, node.span, {std::to_string(budget_.keys_of_a_map)});
      throw Stop{};
    }
    map.key = std::move(node);
  }

  FileId file_;
  std::string_view text_;
  std::size_t skipped_;
  const std::vector<Token>& tokens_;
  Budget& budget_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  std::uint32_t last_end_ = 0;
  std::vector<OpenNode> open_;
  Node root_;
};

/// Lets yaml-cpp read `text` (without a byte order mark, which is `skipped` bytes) and catches what it
/// throws.
Node read_events(TreeBuilder& builder, std::string_view text, std::size_t skipped, FileId file,
                 Diagnostics& diagnostics) {
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    parser.HandleNextDocument(builder);
    return builder.take_root();
  } catch (const Stop&) {
    return {};
  } catch (const YAML::Exception& e) {
    const auto at =
        static_cast<std::uint32_t>(skipped + static_cast<std::size_t>(e.mark.is_null() ? 0 : e.mark.pos));
    diagnostics.add(kSyntax, {file, at, at}, {e.msg});
    return {};
  } catch (const std::exception& e) {
    diagnostics.add(kSyntax, {file, 0, 0}, {e.what()});
    return {};
  }
}

void check_escapes(FileId file, std::string_view text, const std::vector<Token>& tokens,
                   Diagnostics& diagnostics) {
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::Scalar || token.place.style != Style::Double) continue;
    const DecodedScalar decoded = decode_scalar(text, token.place);
    if (!decoded.bad_escape) continue;
    const auto [begin, end] = *decoded.bad_escape;
    const std::string escape(text.substr(begin, end - begin));
    diagnostics.add(kBadEscape, {file, begin, end}, {escape}).fix = Fix{"\\" + escape};
  }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

std::optional<Node> parse(FileId file, const SourceMap& sources, Budget& budget, Diagnostics& diagnostics) {
  const std::string_view text = sources[file].text();
  Diagnostics found;
  Node root;
  if (check_bytes(file, text, found)) {
    const std::vector<Token> tokens = scan(file, text, {budget.depth, budget.nodes}, found);
    check_escapes(file, text, tokens, found);
    if (found.empty()) {
      const std::size_t skipped = text.starts_with(kBom) ? kBom.size() : 0;
      TreeBuilder builder(file, text, skipped, tokens, budget, found);
      root = read_events(builder, text.substr(skipped), skipped, file, found);
    }
  }
  const bool good = found.empty();
  diagnostics.take(std::move(found));
  if (!good) return std::nullopt;
  if (root.is_null()) root.span = {file, 0, 0};
  return root;
}

TextOrigin origin_of(const Node& scalar, const SourceMap& sources) {
  const ScalarPlace place{scalar.style, scalar.span.begin, scalar.span.end, scalar.indent};
  return {scalar.span.file, decode_scalar(sources[scalar.span.file].text(), place).pieces};
}

}  // namespace zhilu::yaml
