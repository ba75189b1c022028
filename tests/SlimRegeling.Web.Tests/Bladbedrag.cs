using System.Globalization;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Amounts as people read them from a page.</summary>
internal static class Bladbedrag
{
    /// <summary>A line of the books, with the number of its case.</summary>
    internal sealed record Regel(string Rekening, string Zaak, decimal Debet, decimal Credit);

    /// <summary><c>€ -11.040,00</c>. No figure, which is a dash, is nothing.</summary>
    public static decimal Euro(string tekst)
    {
        var cijfers = string.Concat(tekst.Where(t => char.IsAsciiDigit(t) || t is ',' or '-')).Replace(',', '.');
        return cijfers.Length == 0 ? 0 : decimal.Parse(cijfers, CultureInfo.InvariantCulture);
    }

    /// <summary>What stands under a heading in the only row of a table in which this stands.</summary>
    public static async Task<decimal> InRij(IPage blad, ILocator rijMet, string kop) =>
        Euro(await blad.Locator("main tbody tr", new() { Has = rijMet }).Locator($"td[data-kop='{kop}']").InnerTextAsync());

    /// <summary>What stands behind a word in a list of data.</summary>
    public static async Task<decimal> Gegeven(ILocator lijst, string woord) =>
        Euro(await lijst.Locator("div", new() { Has = Met(lijst.Page, "dt", woord) }).Locator("dd").InnerTextAsync());

    /// <summary>An element of this kind in which this stands and nothing else.</summary>
    public static ILocator Met(IPage blad, string element, string woord) =>
        blad.Locator(element, new() { HasTextRegex = new($@"^\s*{woord}\s*$") });

    /// <summary>The lines of the books on a page of bookings.</summary>
    public static async Task<IReadOnlyList<Regel>> Regels(IPage blad)
    {
        // The foot of the page is its last part: all lines are above it.
        await blad.Locator("footer").WaitForAsync();
        var regels = new List<Regel>();
        foreach (var rij in await blad.Locator("main tbody tr").AllAsync())
        {
            var (debet, credit) = (Euro(await Cel(rij, "Debet")), Euro(await Cel(rij, "Credit")));
            // Below the number of a case stands its window.
            var zaak = (await Cel(rij, "Zaak")).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)[0];
            regels.Add(new(await Cel(rij, "Rekening"), zaak, debet, credit));
        }
        return regels;

        static async Task<string> Cel(ILocator rij, string kop) => (await rij.Locator($"td[data-kop='{kop}']").InnerTextAsync()).Trim();
    }
}
