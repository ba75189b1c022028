using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Boekhouding;

public static partial class Grootboekrekeningen
{
    /// <summary>What moved on the bank account and belongs to nothing yet: debit is paid, credit is received.</summary>
    public const string Tussenrekening = "tussenrekening";
}

// What moves on the bank account and is of no case: it has no decision, and names the movement in its place.
public sealed partial record Boeking
{
    private static Boeking? VanBank(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            BankregelGeboekt e => Regel(stroom, e.Mutatie, e.Bedrag, e.Boekdatum, e.Op),
            BankregelTeruggeboekt e => Regel(stroom, e.Mutatie, -e.Bedrag, e.Boekdatum, e.Op),
            _ => null,
        };

    /// <param name="bedrag">As the account feels it: positive is received.</param>
    private static Boeking Regel(string stroom, string mutatie, decimal bedrag, LocalDate boekdatum, Instant op) =>
        new("", "", $"{stroom} {mutatie}", boekdatum, op, [.. Zonder0(Zijde(Bank, bedrag), Zijde(Tussenrekening, -bedrag))]);
}
