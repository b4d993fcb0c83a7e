// The chart, held against Kubernetes' own models and against what we promise about it. No cluster is asked.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chart, examples, find, helm, podsOf, render, valuesOf } from './lib/helm.mjs'
import { isKnown, typeErrors, validate } from './lib/models.mjs'
import { readDockerfile } from './lib/dockerfile.mjs'
import { inRepository } from './lib/places.mjs'
import { isCommand, isOption, isSetting } from './lib/settings.mjs'

const rendered = new Map(examples.map((example) => [example, render(example)]))
const upgraded = render('cloudnative', '--is-upgrade')
const all = [...rendered.values(), upgraded].flat()
const workloads = ['serve', 'work']

const matches = (selector, labels) =>
  Object.entries(selector.matchLabels ?? {}).every(([name, value]) => labels[name] === value) &&
  (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
    assert.equal(operator, 'In')
    return values.includes(labels[key])
  })

test('helm lint --strict finds nothing in three sets of values', () => {
  for (const example of examples) {
    const { code, said } = helm('lint', '--strict', chart, '--values', valuesOf(example))
    assert.equal(code, 0, said)
  }
})

test('every manifest is one that Kubernetes knows, field by field', async () => {
  const known = all.filter(isKnown)
  assert.ok(known.length > 40)
  for (const manifest of known) {
    assert.deepEqual(await validate(manifest), [], `${manifest.kind}/${manifest.metadata.name}`)
  }
  assert.deepEqual(typeErrors(known), [])
  // The operator's own kinds come with the operator: their models are nowhere to be had.
  const others = new Set(all.filter((manifest) => !isKnown(manifest)).map(({ kind }) => kind))
  assert.deepEqual([...others].sort(), ['Cluster', 'ScheduledBackup'])
})

test('the check of fields can see a misspelt one and a wrong type', () => {
  const broken = structuredClone(find(rendered.get('small'), 'Deployment', '-serve'))
  broken.spec.template.spec.containers[0].readynessProbe = {}
  assert.match(typeErrors([broken]).join(), /readynessProbe/)
  const wrong = structuredClone(find(rendered.get('small'), 'Deployment', '-serve'))
  wrong.spec.template.spec.terminationGracePeriodSeconds = '45'
  assert.match(typeErrors([wrong]).join(), /not assignable to type 'number/)
})

test('no container has a right that it does not need', () => {
  const pods = podsOf(all)
  assert.ok(pods.length >= 16)
  for (const { name, spec } of pods) {
    assert.equal(spec.automountServiceAccountToken, false, name)
    assert.equal(spec.securityContext.runAsNonRoot, true, name)
    assert.ok(spec.securityContext.runAsUser > 1000, name)
    assert.equal(spec.securityContext.seccompProfile.type, 'RuntimeDefault', name)
    assert.ok(!spec.hostNetwork && !spec.hostPID && !spec.hostIPC && !spec.initContainers, name)
    for (const { securityContext, image } of spec.containers) {
      assert.equal(securityContext.allowPrivilegeEscalation, false, name)
      assert.equal(securityContext.readOnlyRootFilesystem, true, name)
      assert.deepEqual(securityContext.capabilities, { drop: ['ALL'] }, name)
      assert.match(image, /(:\d[\w.-]*|@sha256:[0-9a-f]{64})$/, name)
    }
    for (const { hostPath } of spec.volumes ?? []) assert.equal(hostPath, undefined, name)
  }
})

test('every container says what it needs, and every lasting one how it is', () => {
  const source = readFileSync(inRepository('src/Mentoring.Host/Serving/Health.cs'), 'utf8')
  for (const { name, kind, spec } of podsOf(all)) {
    for (const { resources, ports, ...container } of spec.containers) {
      assert.ok(resources.requests.cpu && resources.requests.memory && resources.limits.memory, name)
      if (kind !== 'Deployment') continue
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const { path, port } = container[probe].httpGet
        assert.ok(source.includes(`"${path}"`), `${name}: ${path}`)
        assert.ok(ports.some((one) => one.name === port), `${name}: ${port}`)
      }
      // The database may be away for a while: that is no reason to restart everything.
      assert.notEqual(container.livenessProbe.httpGet.path, container.readinessProbe.httpGet.path)
      const pause = container.lifecycle?.preStop.sleep.seconds ?? 0
      assert.ok(spec.terminationGracePeriodSeconds >= pause + 30 + 5, `${name} is ended before it has ended`)
    }
  }
})

test('pods listen where the image listens, with commands and settings that the product has', () => {
  const exposed = readDockerfile(inRepository('deploy/Dockerfile')).at(-1).steps.find(({ name }) => name === 'EXPOSE')
  for (const { name, spec } of podsOf(all)) {
    const [{ args, env = [], ports = [] }] = spec.containers
    assert.ok(isCommand(args[0]), `${name}: ${args[0]}`)
    for (const option of args.filter((word) => word.startsWith('--'))) assert.ok(isOption(option), option)
    for (const { containerPort } of ports) assert.equal(`${containerPort}`, exposed.text)
    env.forEach((variable, i) => {
      const isPart = env.slice(i + 1).some(({ value }) => value?.includes(`$(${variable.name})`))
      assert.ok(isPart || isSetting(variable.name), `${name}: nothing reads ${variable.name}`)
      for (const [, used] of (variable.value ?? '').matchAll(/\$\((\w+)\)/g)) {
        assert.ok(env.slice(0, i).some((before) => before.name === used), `${name}: ${used} is not said before`)
      }
    })
  }
})

test('no password and no Secret comes from the chart', () => {
  assert.deepEqual(all.filter(({ kind }) => kind === 'Secret'), [])
  for (const { name, spec } of podsOf(all)) {
    for (const variable of spec.containers[0].env ?? []) {
      if (/password/i.test(variable.name)) assert.ok(variable.valueFrom.secretKeyRef.name, `${name}: ${variable.name}`)
      const written = /Password=([^;]*)/.exec(variable.value ?? '')?.[1]
      if (written) assert.match(written, /^\$\(PASSWORD_[A-Z]+\)$/, `${name}: ${variable.name}`)
    }
  }
})

test('servers and workers know the restricted logins, and migrate alone the owner', () => {
  const names = (pod) =>
    (pod.spec.containers[0].env ?? []).map(({ name }) => name).filter((name) => name.startsWith('ConnectionStrings'))
  for (const pod of podsOf(all)) {
    const expected = { serve: 4, work: 4, migrate: 1 }[pod.labels['app.kubernetes.io/component']] ?? 0
    assert.equal(names(pod).length, expected, pod.name)
    assert.equal(names(pod).includes('ConnectionStrings__Owner'), expected === 1, pod.name)
    for (const { name, value } of pod.spec.containers[0].env ?? []) {
      if (name.startsWith('ConnectionStrings')) assert.match(value, /SSL Mode=VerifyFull/, pod.name)
    }
  }
})

test('there are several servers and several workers, spread, and never all gone at once', () => {
  for (const [example, manifests] of rendered) {
    for (const workload of workloads) {
      const deployment = find(manifests, 'Deployment', `-${workload}`)
      const { spec, metadata } = deployment.spec.template
      const scaler = manifests.find(({ kind, ...one }) => kind === 'HorizontalPodAutoscaler' && one.metadata.name === deployment.metadata.name)
      assert.ok((scaler?.spec.minReplicas ?? deployment.spec.replicas) >= 2, `${example}: ${workload}`)
      // A number in both places would undo what the autoscaler has done at each upgrade.
      assert.ok(!scaler || deployment.spec.replicas === undefined, `${example}: ${workload}`)
      assert.ok(!scaler || scaler.spec.scaleTargetRef.name === deployment.metadata.name)
      const budget = find(manifests, 'PodDisruptionBudget', `-${workload}`).spec
      assert.ok(matches(budget.selector, metadata.labels) && budget.maxUnavailable === 1)
      assert.ok(matches(deployment.spec.selector, metadata.labels))
      for (const other of workloads.filter((name) => name !== workload)) {
        const labels = find(manifests, 'Deployment', `-${other}`).spec.template.metadata.labels
        assert.ok(!matches(budget.selector, labels) && !matches(deployment.spec.selector, labels))
      }
      assert.equal(spec.topologySpreadConstraints.length, 2)
      for (const rule of spec.topologySpreadConstraints) assert.ok(matches(rule.labelSelector, metadata.labels))
    }
  }
  assert.ok(rendered.get('cloudnative').some(({ kind }) => kind === 'HorizontalPodAutoscaler'))
})

test('what is not opened is closed: each pod in both directions, and no rule is open to everybody', () => {
  for (const [example, manifests] of rendered) {
    const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec)
    for (const { name, labels } of podsOf(manifests)) {
      const own = policies.filter(({ podSelector }) => matches(podSelector, labels))
      const closed = own.filter(({ ingress, egress }) => !ingress && !egress)
      assert.deepEqual(closed.map(({ policyTypes }) => policyTypes.join()), ['Ingress,Egress'], `${example}: ${name}`)
      for (const { policyTypes, ingress, egress } of own) {
        assert.ok((!ingress || policyTypes.includes('Ingress')) && (!egress || policyTypes.includes('Egress')))
      }
      const component = labels['app.kubernetes.io/component']
      const ports = (rules) => rules.flatMap((rule) => rule.ports.map(({ port }) => port))
      const inward = own.flatMap(({ ingress }) => ingress ?? [])
      assert.deepEqual(ports(inward), component === 'serve' ? ['http'] : [], `${example}: ${name}`)
      const outward = own.flatMap(({ egress }) => egress ?? [])
      const database = example === 'region' ? 5433 : 5432
      const collector = { region: [4318], cloudnative: [4317], small: [] }[example]
      const expected = component === 'test' ? [53, 53, 'http'] : [53, 53, database, ...collector]
      assert.deepEqual(ports(outward), expected, `${example}: ${name}`)
    }
    const peers = policies.flatMap(({ ingress = [], egress = [] }) => [...ingress, ...egress])
      .map((rule) => rule.from ?? rule.to)
    assert.ok(peers.length >= 5)
    for (const list of peers) {
      assert.ok(list?.length > 0, `${example}: a rule without peers is open to everybody`)
      for (const { ipBlock, podSelector, namespaceSelector } of list) {
        assert.notEqual(ipBlock?.cidr, '0.0.0.0/0')
        const selectors = [podSelector, namespaceSelector].filter(Boolean)
        assert.ok(ipBlock || selectors.some((one) => Object.keys(one.matchLabels ?? {}).length > 0))
      }
    }
  }
})

test('the address leads to the servers, by TLS alone', () => {
  for (const manifests of rendered.values()) {
    const { spec } = manifests.find(({ kind }) => kind === 'Ingress')
    const [{ host, http }] = spec.rules
    assert.deepEqual(spec.tls[0].hosts, [host])
    assert.ok(spec.tls[0].secretName)
    const service = find(manifests, 'Service', http.paths[0].backend.service.name)
    const { metadata, spec: pod } = find(manifests, 'Deployment', '-serve').spec.template
    assert.ok(matches({ matchLabels: service.spec.selector }, metadata.labels))
    assert.ok(pod.containers[0].ports.some(({ name }) => name === service.spec.ports[0].targetPort))
    assert.equal(service.spec.ports[0].name, http.paths[0].backend.service.port.name)
    const test = manifests.find(({ kind }) => kind === 'Pod')
    assert.equal(new URL(test.spec.containers[0].args[1]).hostname, service.metadata.name)
    assert.equal(test.metadata.annotations['helm.sh/hook'], 'test')
  }
})

test('the schema is brought up to date before servers of a new version start', () => {
  for (const example of ['small', 'region']) {
    const { metadata } = find(rendered.get(example), 'Job', '-migrate')
    assert.equal(metadata.annotations['helm.sh/hook'], 'pre-install,pre-upgrade')
  }
  // A cluster that comes with the installation cannot answer before it.
  const first = find(rendered.get('cloudnative'), 'Job', '-migrate-first')
  assert.equal(first.metadata.annotations, undefined)
  assert.ok(first.spec.backoffLimit > 10)
  assert.equal(find(upgraded, 'Job', '-migrate').metadata.annotations['helm.sh/hook'], 'pre-upgrade')
})

test('a cluster of CloudNativePG has the logins of the product, two copies of what was acknowledged, and backups', () => {
  const manifests = rendered.get('cloudnative')
  const { spec, metadata } = find(manifests, 'Cluster', '-postgres')
  const logins = [...readFileSync(inRepository('src/Mentoring.Platform/Platform/Schema/Logins.cs'), 'utf8').matchAll(/"(mentoring_\w+)"/g)]
  const roles = new Map(spec.managed.roles.map((role) => [role.name, role]))
  assert.deepEqual(
    [spec.bootstrap.initdb.owner, ...roles.keys()].sort(),
    [...logins.map(([, name]) => name), 'mentoring_backup'].sort(),
  )
  for (const [name, role] of roles) {
    assert.equal(role.superuser || role.createdb || role.createrole || role.replication, false, name)
    assert.equal(role.bypassrls, name === 'mentoring_backup', name)
    const pod = find(manifests, 'Deployment', '-serve').spec.template.spec.containers[0]
    const secrets = pod.env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name)
    assert.ok(name === 'mentoring_backup' || secrets.includes(role.passwordSecret.name), name)
  }
  assert.equal(spec.postgresql.synchronous.dataDurability, 'required')
  assert.equal(metadata.annotations['helm.sh/resource-policy'], 'keep')
  const backup = find(manifests, 'ScheduledBackup', '-postgres').spec
  assert.equal(backup.cluster.name, metadata.name)
  assert.ok(spec.plugins.some((plugin) => plugin.name === backup.pluginConfiguration.name && plugin.isWALArchiver))

  const pools = (pod) =>
    pod.env.reduce((sum, { value }) => sum + Number(/Maximum Pool Size=(\d+)/.exec(value ?? '')?.[1] ?? 0), 0)
  const processes = (workload) => {
    const deployment = find(manifests, 'Deployment', `-${workload}`)
    const most = workload === 'serve' ? find(manifests, 'HorizontalPodAutoscaler', '-serve').spec.maxReplicas : deployment.spec.replicas
    return (most + deployment.spec.strategy.rollingUpdate.maxSurge) * pools(deployment.spec.template.spec.containers[0])
  }
  assert.ok(processes('serve') + processes('work') + 20 < Number(spec.postgresql.parameters.max_connections))
})

const refused = {
  'image.repository=': /image\/repository/,
  'image.tag=latest': /image\/tag/,
  'serve.replicas=1': /serve\/replicas/,
  'serve.autoscaling.minReplicas=1': /minReplicas/,
  'work.replicas=0': /work\/replicas/,
  'serve.replica=3': /additional properties 'replica' not allowed/,
  'database.kind=mysql': /database\/kind/,
  'database.sslMode=Prefer': /sslMode/,
  'database.external.host=': /external\/host/,
  'database.external.network=null': /Say in database.external.network/,
  'database.logins.school.secret=': /school\/secret/,
  'database.logins.school.password=x': /additional properties 'password' not allowed/,
  'serve.resources.limits.memory=a lot': /limits\/memory/,
  'ingress.tlsSecret=': /tlsSecret/,
  'ingress.host=': /ingress\/host/,
  'telemetry.endpoint=collector:4317': /telemetry\/endpoint/,
  'telemetry.endpoint=http://collector:4317': /Say in telemetry.network/,
  'settings.ConnectionStrings__School=Host=x': /invalid propertyName 'ConnectionStrings__School'/,
}
for (const [value, reason] of Object.entries(refused)) {
  test(`refused: ${value}`, () => {
    const { code, said } = helm('template', 'region', chart, '--values', valuesOf('small'), '--set', value)
    assert.notEqual(code, 0, 'it was rendered')
    assert.match(said, reason)
  })
}

test('refused: a cluster whose backups go nowhere', () => {
  const { code, said } = helm('template', 'region', chart, '--values', valuesOf('cloudnative'), '--set', 'cloudNativePg.backup.objectStore=')
  assert.notEqual(code, 0)
  assert.match(said, /Name in cloudNativePg.backup.objectStore/)
})
