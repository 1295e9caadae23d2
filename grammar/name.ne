# Names. A reserved word that is used as a variable is an identifier already: src/syntax/name-words.ts has marked it.

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
