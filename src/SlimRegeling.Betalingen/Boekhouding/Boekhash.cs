using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// What a second person agrees to in the books: a month as one closed it, or a counter-entry as one proposed it. Lower-case hexadecimal SHA-256.
/// </summary>
public static class Boekhash
{
    /// <summary>The month, what the books held in euro, the statements that were missing and why it could be closed all the same, and who closed it.</summary>
    public static string Van(BoekmaandAfgesloten afgesloten) =>
        Van(
            $"maand {Boekmaand.Naam(afgesloten.Maand)}",
            string.Create(CultureInfo.InvariantCulture, $"regels {afgesloten.Regels}"),
            string.Create(CultureInfo.InvariantCulture, $"debet {afgesloten.Debet:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"gaten {afgesloten.Gaten ?? 0}"),
            $"toelichting {afgesloten.Toelichting?.Hash}",
            $"afgesloten-door {afgesloten.Door}",
            $"afgesloten-op {Tijd(afgesloten.Op)}"
        );

    /// <summary>The booking, of which the lines never change, why it is reversed, and who proposed it.</summary>
    public static string Van(CorrectieVoorgesteld voorstel) =>
        Van(
            $"boeking {voorstel.Boeking}",
            $"reden {voorstel.Reden.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {Tijd(voorstel.Op)}"
        );

    private static string Van(params IReadOnlyList<string> regels) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));

    private static string Tijd(Instant op) => InstantPattern.ExtendedIso.Format(op);
}
