// A careers page in React 19: attributes and events of the element are typed.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "job-posting";
import type {} from "job-posting/react";

function Careers() {
  const [status, setStatus] = useState("Loading the posting");
  return (
    <main>
      <h1>Careers</h1>
      <p role="status">{status}</p>
      <job-posting
        src="/postings/tiktok-ecommerce-strategy-intern-2026.json"
        as-of="2026-03-02"
        onjob-posting-ready={() => setStatus("The posting is here")}
        onjob-posting-error={() => setStatus("The posting can’t be shown")}
        onjob-posting-change={({ detail }) => setStatus(`Changed: ${detail?.record ?? "several answers"}`)}
      >
        <a href="https://careers.tiktok.com/">Read this posting</a>
      </job-posting>
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Careers />);
