# Names. src/syntax/name-words.ts has already turned reserved words that are used as variables into identifiers.

@lexer lexer
@{%
import { name, variable } from "../build-literals.ts";
%}

variable -> %identifier                                                {% variable %}

labelName -> schemaName                                                {% name %}

relationshipType -> schemaName                                         {% name %}

propertyKey -> schemaName                                              {% name %}

schemaName -> %identifier                                              {% id %}
            | %keyword                                                 {% id %}
