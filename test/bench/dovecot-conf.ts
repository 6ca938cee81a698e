export interface DovecotConf {
  home: string;
  imapPort: number;
  imapsPort: number;
  password: string;
  domain: string;
  /** The system user that owns the mail, and whether Dovecot itself runs as root or as that very user. */
  mailUser: string;
  mailGroup: string;
  asRoot: boolean;
}

const folders = ['Sent', 'Drafts', 'Junk', 'Trash', 'Archive'];

/** Dovecot 2.3 wants every setting on a line of its own. */
export function dovecotConf(conf: DovecotConf): string {
  const { home } = conf;
  // Without root there is nobody to change into and no right to chroot
  // (Dovecot's "Rootless installation": every service keeps the one user).
  const rootless = conf.asRoot
    ? []
    : [
        `default_internal_user = ${conf.mailUser}`,
        `default_internal_group = ${conf.mailGroup}`,
        `default_login_user = ${conf.mailUser}`,
      ];
  const noChroot = conf.asRoot ? [] : ['  chroot ='];
  return [
    `base_dir = ${home}/run`,
    `state_dir = ${home}/state`,
    `log_path = ${home}/dovecot.log`,
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = yes',
    `ssl_cert = <${home}/cert.pem`,
    `ssl_key = <${home}/key.pem`,
    'disable_plaintext_auth = no',
    'auth_mechanisms = plain login',
    'auth_failure_delay = 0',
    `auth_default_realm = ${conf.domain}`,
    'mail_location = maildir:~/Maildir',
    // Otherwise an appended mail lies on the disk with bare LF, and a test could not compare bytes.
    'mail_save_crlf = yes',
    `mail_uid = ${conf.mailUser}`,
    `mail_gid = ${conf.mailGroup}`,
    'first_valid_uid = 1',
    'first_valid_gid = 1',
    'mail_max_userip_connections = 50',
    'imap_idle_notify_interval = 2 mins',
    ...rootless,
    'passdb {',
    '  driver = static',
    `  args = password=${conf.password}`,
    '}',
    'userdb {',
    '  driver = static',
    `  args = uid=${conf.mailUser} gid=${conf.mailGroup} home=${home}/mail/%Lu`,
    '}',
    'service imap-login {',
    ...noChroot,
    '  inet_listener imap {',
    `    port = ${conf.imapPort}`,
    '  }',
    '  inet_listener imaps {',
    `    port = ${conf.imapsPort}`,
    '    ssl = yes',
    '  }',
    '  process_min_avail = 1',
    '}',
    'service anvil {',
    ...noChroot,
    // Otherwise one wrong password makes the next log-ins from 127.0.0.1 wait for seconds.
    '  unix_listener anvil-auth-penalty {',
    '    mode = 0',
    '  }',
    '}',
    'service stats {',
    ...noChroot,
    '}',
    'namespace inbox {',
    '  inbox = yes',
    '  separator = /',
    ...folders.flatMap((name) => [
      `  mailbox ${name} {`,
      `    special_use = \\${name}`,
      '    auto = subscribe',
      '  }',
    ]),
    '}',
    '',
  ].join('\n');
}
