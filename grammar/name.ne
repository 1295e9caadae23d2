# Names. Variables and functions may not be reserved words; labels, types and property keys may.

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
