using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What is signed of a proposal: every amount, day and text of it, and who made it.</summary>
public static class Voorstelhash
{
    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Van(Vordering vordering, Vorderingsvoorstel voorstel)
    {
        var open = vordering.Open;
        string[] regels =
        [
            $"vordering {vordering.Id}",
            $"soort {voorstel.Soort}",
            $"besluit {voorstel.Besluit}",
            Bedrag("bedrag", voorstel.Bedrag),
            Bedrag("hoofdsom", vordering.Hoofdsom),
            Bedrag("open-kosten", open.Kosten),
            Bedrag("open-rente", open.Rente),
            Bedrag("open-hoofdsom", open.Hoofdsom),
            .. voorstel.Betaald is { } betaald ? (string[])[Bedrag("betaald", betaald)] : [],
            .. voorstel.EerderGevorderd is { } eerder ? (string[])[Bedrag("eerder-gevorderd", eerder)] : [],
            .. voorstel.Tot is { } tot ? (string[])[$"tot {LocalDatePattern.Iso.Format(tot)}"] : [],
            .. voorstel.Betaalopdracht is { } opdracht ? (string[])[$"betaalopdracht {opdracht}"] : [],
            .. (voorstel.Termijnen ?? []).Select(t => Bedrag($"termijn {LocalDatePattern.Iso.Format(t.Uiterlijk)}", t.Bedrag)),
            $"tekst {voorstel.Tekst.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));

        static string Bedrag(string naam, decimal bedrag) => string.Create(CultureInfo.InvariantCulture, $"{naam} {bedrag:0.00}");
    }
}
