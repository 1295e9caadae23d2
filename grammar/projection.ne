# WITH and RETURN.

@lexer lexer
@{%
import {
  items, projection, projectionItem, returnClause, sortItem, star, withClause,
} from "../build-projection.ts";
%}

withClause -> "WITH" projection where:?                                {% withClause %}

returnClause -> "RETURN" projection                                    {% returnClause %}

projection -> "DISTINCT":? projectionBody orderBy:? skip:? limit:?     {% projection %}

projectionBody -> "*"                                                  {% star %}
                | "*" "," projectionItems                              {% star %}
                | projectionItems                                      {% items %}

projectionItems -> projectionItem                                      {% single %}
                 | projectionItems "," projectionItem                  {% append %}

projectionItem -> expression                                           {% projectionItem %}
                | expression "AS" variable                             {% projectionItem %}

orderBy -> "ORDER" "BY" sortItems                                      {% last %}

sortItems -> sortItem                                                  {% single %}
           | sortItems "," sortItem                                    {% append %}

sortItem -> expression sortOrder:?                                     {% sortItem %}

sortOrder -> "ASC"                                                     {% id %}
           | "ASCENDING"                                               {% id %}
           | "DESC"                                                    {% id %}
           | "DESCENDING"                                              {% id %}

skip -> "SKIP" expression                                              {% last %}

limit -> "LIMIT" expression                                            {% last %}
