using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>What is confirmed of a proposal for a movement: the movement, what is left of it, what becomes of it, why, and who proposed it.</summary>
public static class Regelvoorstelhash
{
    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Van(Bankregel regel, Regelvoorstel voorstel)
    {
        string[] regels =
        [
            $"bankregel {regel.Id}",
            $"mutatie {regel.Mutatie}",
            string.Create(CultureInfo.InvariantCulture, $"bedrag {regel.Bedrag:0.00}"),
            $"afhandeling {voorstel.Afhandeling}",
            .. voorstel.Betaalopdracht is { } opdracht ? (string[])[$"betaalopdracht {opdracht}"] : [],
            .. voorstel.Vordering is { } vordering ? (string[])[$"vordering {vordering}"] : [],
            .. voorstel.Bankregel is { } ander ? (string[])[$"tegen-bankregel {ander}"] : [],
            $"tekst {voorstel.Toelichting.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }
}
