// SPDX-License-Identifier: MIT
// What can be wrong with the text of a YAML file, before anyone asks what it says.
#pragma once

#include "engine/base/diagnostic.h"

namespace zhilu::yaml {

// Bytes and sizes.

inline constexpr DiagnosticKind kInvalidUtf8{
    "yaml-invalid-utf8", Grade::Error, "第 {0} 个字节起不是 UTF-8（文件可能是 GBK 编码，请另存为 UTF-8）",
    "byte {0} is not UTF-8 (the file may be in GBK; save it as UTF-8)"};
inline constexpr DiagnosticKind kStrayBom{"yaml-stray-bom", Grade::Error,
                                          "文件中间有看不见的字节顺序标记（BOM）",
                                          "there is an invisible byte order mark in the middle of the file"};
inline constexpr DiagnosticKind kControlCharacter{
    "yaml-control-character", Grade::Error, "不能有控制字符 {0}", "the control character {0} is not allowed"};
inline constexpr DiagnosticKind kLineSeparator{"yaml-line-separator", Grade::Error,
                                               "{0} 是看不见的换行符，请改用普通换行",
                                               "{0} is an invisible line break, use an ordinary one"};
inline constexpr DiagnosticKind kTooManyNodes{"yaml-too-many-nodes", Grade::Error,
                                              "知识库的键和值加起来超过 {0} 个",
                                              "the knowledge holds more than {0} keys and values"};
inline constexpr DiagnosticKind kTooManyKeys{"yaml-too-many-keys", Grade::Error, "一个映射的键超过 {0} 个",
                                             "one mapping has more than {0} keys"};
inline constexpr DiagnosticKind kKeyTooLong{"yaml-key-too-long", Grade::Error, "键超过 {0} 个字节",
                                            "a key has more than {0} bytes"};
inline constexpr DiagnosticKind kTooDeep{"yaml-too-deep", Grade::Error, "嵌套超过 {0} 层",
                                         "nested more than {0} deep"};
inline constexpr DiagnosticKind kTooManyProblems{
    "yaml-too-many-problems", Grade::Error, "问题太多，这个文件从这里起没有再检查",
    "too many problems, the file was not checked beyond this point"};

// Blanks and indentation.

inline constexpr DiagnosticKind kTab{"yaml-tab", Grade::Error, "这里用了制表符（Tab），要用空格",
                                     "there is a tab here, use spaces"};
inline constexpr DiagnosticKind kUnicodeBlank{"yaml-unicode-blank", Grade::Error,
                                              "这里的空白是 {0}，不是普通空格",
                                              "this blank is {0}, not an ordinary space"};
inline constexpr DiagnosticKind kIndent{"yaml-indent", Grade::Error, "缩进对不上前面的任何一层",
                                        "the indentation fits none of the levels above"};
inline constexpr DiagnosticKind kMultilinePlain{
    "yaml-multiline-plain", Grade::Error, "上一行的值已经写完；长文本用 | 或 >，否则这一行的缩进不对",
    "the value ends on the line above; write long text with | or >, or mend the indentation of this line"};

// Keys and their colons.

inline constexpr DiagnosticKind kFullWidthColon{"yaml-full-width-colon", Grade::Error,
                                                "用了全角冒号“：”，要用英文冒号加空格",
                                                "there is a full-width colon, write ': '"};
inline constexpr DiagnosticKind kColonSpace{"yaml-colon-space", Grade::Error, "冒号后面要有空格",
                                            "the colon needs a space behind it"};
inline constexpr DiagnosticKind kMissingColon{"yaml-missing-colon", Grade::Error, "“{0}”后面少了冒号",
                                              "a colon is missing behind '{0}'"};
inline constexpr DiagnosticKind kColonInText{"yaml-colon-in-text", Grade::Error,
                                             "文本里有冒号加空格，整段要用单引号括起来",
                                             "text that holds ': ' stands in single quotes"};
inline constexpr DiagnosticKind kDuplicateKey{"yaml-duplicate-key", Grade::Error, "键“{0}”写了两次",
                                              "the key '{0}' occurs twice"};
inline constexpr DiagnosticKind kFirstKey{"yaml-first-key", Grade::Note, "第一次写在这里",
                                          "it stands here first"};
inline constexpr DiagnosticKind kComplexKey{"yaml-complex-key", Grade::Error,
                                            "键要是一个词，不能是空的、列表或 '?'",
                                            "a key is one word, not empty, no list and no '?'"};
inline constexpr DiagnosticKind kMergeKey{"yaml-merge-key", Grade::Error, "不用合并键 '<<'，请把内容写出来",
                                          "merge keys are not used, write the content out"};

// Features of YAML that knowledge does not use.

inline constexpr DiagnosticKind kAnchor{"yaml-anchor", Grade::Error, "不用锚点 '&'（文本以它开头时要加引号）",
                                        "anchors are not used (quote a text that begins with '&')"};
inline constexpr DiagnosticKind kAlias{"yaml-alias", Grade::Error, "不用别名 '*'（文本以它开头时要加引号）",
                                       "aliases are not used (quote a text that begins with '*')"};
inline constexpr DiagnosticKind kTag{"yaml-tag", Grade::Error, "不用标签 '!'（文本以它开头时要加引号）",
                                     "tags are not used (quote a text that begins with '!')"};
inline constexpr DiagnosticKind kDirective{"yaml-directive", Grade::Error, "不用 '%' 指令",
                                           "directives are not used"};
inline constexpr DiagnosticKind kDocumentMarker{"yaml-document-marker", Grade::Error,
                                                "一个文件只有一份内容，不用 '---' 和 '...'",
                                                "a file holds one document, '---' and '...' are not used"};
inline constexpr DiagnosticKind kSecondRoot{"yaml-second-root", Grade::Error, "文件的内容到上一行已经结束",
                                            "the document ended above this line"};
inline constexpr DiagnosticKind kBlockHeader{
    "yaml-block-header", Grade::Error, "'{0}' 后面只能是 '-' 或注释，文本从下一行开始",
    "'{0}' is followed by '-' or a comment, the text begins on the next line"};

// Scalars and brackets.

inline constexpr DiagnosticKind kUnclosedQuote{"yaml-unclosed-quote", Grade::Error,
                                               "这一行里没有找到结尾的引号 {0}",
                                               "the closing quote {0} is missing on this line"};
inline constexpr DiagnosticKind kBadEscape{"yaml-bad-escape", Grade::Error,
                                           "双引号里没有转义 {0}；反斜杠要写两次",
                                           "there is no escape {0}; write the backslash twice"};
inline constexpr DiagnosticKind kTextAfterValue{"yaml-text-after-value", Grade::Error,
                                                "值到这里已经结束，后面还有文字",
                                                "the value is complete before this text"};
inline constexpr DiagnosticKind kQuoteInside{"yaml-quote-inside", Grade::Note,
                                             "单引号括起来的文本里，单引号要写两次",
                                             "inside single quotes a quote is written twice"};
inline constexpr DiagnosticKind kIndicator{"yaml-indicator", Grade::Error,
                                           "{0} 在这里有特别的含义，文本要加引号",
                                           "{0} has a meaning of its own here, quote the text"};
inline constexpr DiagnosticKind kUnclosedBracket{"yaml-unclosed-bracket", Grade::Error, "{0} 没有合上",
                                                 "{0} is not closed"};
inline constexpr DiagnosticKind kWrongBracket{"yaml-wrong-bracket", Grade::Error, "这里应是 {0}，却是 {1}",
                                              "expected {0}, found {1}"};
inline constexpr DiagnosticKind kMissingComma{"yaml-missing-comma", Grade::Error, "两项之间少了逗号",
                                              "a comma is missing between two items"};
inline constexpr DiagnosticKind kEmptyItem{"yaml-empty-item", Grade::Error, "逗号之间没有内容",
                                           "there is nothing between the commas"};
inline constexpr DiagnosticKind kPairInList{"yaml-pair-in-list", Grade::Error, "列表里的键值要放进 { }",
                                            "a key in a list stands in { }"};
inline constexpr DiagnosticKind kSyntax{"yaml-syntax", Grade::Error, "这里的 YAML 读不懂：{0}",
                                        "this YAML cannot be read: {0}"};

}  // namespace zhilu::yaml
