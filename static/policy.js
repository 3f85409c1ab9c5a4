// Puts the security policy of an embed in force. It stands here and not in the page, since an embed may be shown in a frame
// with a sandbox, whose origin is none: there WebKit lets 'self' match nothing, so the policy has to name the site itself,
// and only the reader's browser knows where that is.
const policy = document.createElement('meta');
policy.httpEquiv = 'content-security-policy';
policy.content = document.currentScript.dataset.content.replaceAll("'self'", `'self' ${location.origin}`);
document.head.append(policy);
