using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

internal static class Gaan
{
    /// <summary>
    /// Opens an address, and once more when Chromium dropped it because the machine's network changed (<c>ERR_NETWORK_CHANGED</c>): it then throws away
    /// whatever it is loading, also from this machine itself, and that says nothing of the page.
    /// </summary>
    public static async Task<IResponse?> Ga(this IPage blad, string adres, PageGotoOptions? opties = null)
    {
        try
        {
            return await blad.GotoAsync(adres, opties);
        }
        catch (PlaywrightException fout) when (fout.Message.Contains("ERR_NETWORK_CHANGED", StringComparison.Ordinal))
        {
            return await blad.GotoAsync(adres, opties);
        }
    }
}
