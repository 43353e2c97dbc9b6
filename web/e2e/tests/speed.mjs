// How fast the page is on a slow device: reported, not judged, since machines differ.
import { assert, open } from "../browser.mjs";

async function firstFrame(bench, slow) {
    const before = async (page, context) => {
        const session = await context.newCDPSession(page);
        await session.send("Network.enable");
        if (!slow) return;
        await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
        await session.send("Network.emulateNetworkConditions", {
            offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8,
        });
    };
    const { page, close } = await open(bench, { before });
    await page.waitForFunction(() => performance.getEntriesByName("lab-ready").length > 0);
    const found = await page.evaluate(() => ({
        frame: performance.getEntriesByName("lab-first-frame")[0].startTime,
        ready: performance.getEntriesByName("lab-ready")[0].startTime,
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
        bytes: performance.getEntriesByType("resource").reduce((sum, one) => sum + one.encodedBodySize, 0),
    }));
    await close();
    return found;
}

async function report(bench) {
    await firstFrame(bench, false); // the server compresses each file once
    const plain = await firstFrame(bench, false);
    const slow = await firstFrame(bench, true);
    assert(slow.frame > 0, "no first frame");
    const seconds = (one) => (one / 1000).toFixed(2);
    return `first frame ${seconds(plain.frame)} s; at 4x CPU and slow 4G ${seconds(slow.frame)} s ` +
        `(first paint ${seconds(slow.paint)} s, ready ${seconds(slow.ready)} s), ${Math.round(slow.bytes / 1000)} kB`;
}

export const tests = [{ name: "speed: the first frame", run: report }];
