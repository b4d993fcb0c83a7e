{{/* The release's name, short enough for every name that is made of it. */}}
{{- define "mentoring.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{/* What finds the pods of a workload: dict "root" $ "component" "serve". Never changes between versions. */}}
{{- define "mentoring.selector" -}}
app.kubernetes.io/name: mentoring-platform
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "mentoring.labels" -}}
{{ include "mentoring.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "mentoring.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag | default $.Chart.AppVersion }}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "mentoring.databaseHost" -}}
{{- if eq .Values.database.kind "cloudNativePg" -}}
{{ include "mentoring.name" . }}-postgres-rw
{{- else -}}
{{ .Values.database.external.host }}
{{- end -}}
{{- end }}

{{- define "mentoring.databasePort" -}}
{{- if eq .Values.database.kind "cloudNativePg" }}5432{{ else }}{{ .Values.database.external.port }}{{ end -}}
{{- end }}

{{/* The Secret with the database's certificate authority; empty when the world knows it. */}}
{{- define "mentoring.caSecret" -}}
{{- if .Values.database.ca.secret -}}
{{ .Values.database.ca.secret }}
{{- else if eq .Values.database.kind "cloudNativePg" -}}
{{ include "mentoring.name" . }}-postgres-ca
{{- end -}}
{{- end }}

{{/* Password and connection string of logins: dict "root" $ "logins" (list "School" …). */}}
{{- define "mentoring.logins" -}}
{{- $root := .root -}}
{{- range $name := .logins }}
{{- $login := get $root.Values.database.logins (lower $name) }}
- name: PASSWORD_{{ upper $name }}
  valueFrom:
    secretKeyRef:
      name: {{ $login.secret }}
      key: password
- name: ConnectionStrings__{{ $name }}
  value: >-
    Host={{ include "mentoring.databaseHost" $root }};Port={{ include "mentoring.databasePort" $root }};Database={{ $root.Values.database.name }};Username=mentoring_{{ lower $name }};Password=$(PASSWORD_{{ upper $name }});Maximum Pool Size={{ $login.poolSize }};SSL Mode={{ $root.Values.database.sslMode }}{{ if include "mentoring.caSecret" $root }};Root Certificate=/certificates/{{ $root.Values.database.ca.key }}{{ end }}
{{- end }}
{{- end }}

{{/* Where traces and metrics go: dict "root" $ "component" "serve". */}}
{{- define "mentoring.telemetry" -}}
{{- with .root.Values.telemetry }}
{{- if .endpoint }}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ .protocol | quote }}
- name: OTEL_SERVICE_NAME
  value: mentoring-{{ $.component }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: service.namespace={{ $.root.Release.Name }},service.instance.id=$(POD_NAME),k8s.namespace.name={{ $.root.Release.Namespace }},k8s.pod.name=$(POD_NAME)
{{- end }}
{{- end }}
{{- end }}

{{- define "mentoring.settings" -}}
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{/* Nobody's user of the image, without a single right. */}}
{{- define "mentoring.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1654
runAsGroup: 1654
fsGroup: 1654
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "mentoring.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}

{{- define "mentoring.mounts" -}}
- name: temporary
  mountPath: /tmp
{{- if include "mentoring.caSecret" . }}
- name: certificates
  mountPath: /certificates
  readOnly: true
{{- end }}
{{- end }}

{{- define "mentoring.volumes" -}}
- name: temporary
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
{{- if include "mentoring.caSecret" . }}
- name: certificates
  secret:
    secretName: {{ include "mentoring.caSecret" . }}
    items:
      - key: {{ .Values.database.ca.key }}
        path: {{ .Values.database.ca.key }}
{{- end }}
{{- end }}

{{/* What every pod of the product has in common. */}}
{{- define "mentoring.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- include "mentoring.podSecurity" . | nindent 2 }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* A loss of one node or zone must not be a loss of the service: dict "root" $ "component" "serve". */}}
{{- define "mentoring.spread" -}}
{{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "mentoring.selector" $ | nindent 6 }}
  matchLabelKeys:
    - pod-template-hash
{{- end }}
{{- end }}

{{/* /health/live answers as long as the process can do anything; /health/ready when it can do its work. */}}
{{- define "mentoring.probes" -}}
startupProbe:
  httpGet:
    path: /health/live
    port: http
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /health/live
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /health/ready
    port: http
  periodSeconds: 5
  timeoutSeconds: 4
  failureThreshold: 2
{{- end }}
