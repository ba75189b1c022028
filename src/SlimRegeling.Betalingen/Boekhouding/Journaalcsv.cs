using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime.Text;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>The lines of a year as CSV (RFC 4180, with semicolons); its columns are told in <c>docs/grootboekuitvoer.md</c>.</summary>
internal static class Journaalcsv
{
    public const string Mediatype = "text/csv";

    public const string Kop =
        "boeking;regel;boekdatum;gebeurtenisdag;bekend_op;soort;stroom;zaaknummer;tijdvak;besluit;rekening;debet;credit;keert_om";

    private const int Stuk = 64 * 1024;

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Schrijf(
        Journaallezer journaal,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using (journaal)
        {
            var tekst = new StringBuilder(Kop).Append("\r\n");
            await foreach (var regel in journaal.Regels(Journaallezer.OpDag, ct))
            {
                Voeg(tekst, regel);
                if (tekst.Length >= Stuk)
                {
                    yield return Encoding.UTF8.GetBytes(tekst.ToString());
                    tekst.Clear();
                }
            }
            yield return Encoding.UTF8.GetBytes(tekst.ToString());
        }
    }

    private static void Voeg(StringBuilder tekst, Grootboekregel r) =>
        tekst
            .Append(r.Boeking)
            .Append(';')
            .Append(r.Regel)
            .Append(';')
            .Append(LocalDatePattern.Iso.Format(r.Boekdatum))
            .Append(';')
            .Append(r.Gebeurtenisdag is { } dag ? LocalDatePattern.Iso.Format(dag) : "")
            .Append(';')
            .Append(InstantPattern.ExtendedIso.Format(r.Op))
            .Append(';')
            .Append(Veld(r.Soort ?? ""))
            .Append(';')
            .Append(Veld(r.Stroom))
            .Append(';')
            .Append(Veld(r.Zaaknummer))
            .Append(';')
            .Append(Veld(r.Tijdvak))
            .Append(';')
            .Append(Veld(r.Besluit))
            .Append(';')
            .Append(Veld(r.Rekening))
            .Append(';')
            .Append(r.Debet.ToString("0.00", CultureInfo.InvariantCulture))
            .Append(';')
            .Append(r.Credit.ToString("0.00", CultureInfo.InvariantCulture))
            .Append(';')
            .Append(r.KeertOm?.ToString())
            .Append("\r\n");

    private static string Veld(string tekst) =>
        tekst.AsSpan().IndexOfAny(";\"\r\n") < 0 ? tekst : $"\"{tekst.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
