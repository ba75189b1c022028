using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Boekhouding;

public static partial class Grootboekrekeningen
{
    /// <summary>What moved on the bank account and belongs to nothing yet: debit is paid, credit is received.</summary>
    public const string Tussenrekening = "tussenrekening";

    /// <summary>What the bank charged, less what it gave back of that.</summary>
    public const string Bankkosten = "bankkosten";
}

// What moves on the bank account and is of no case: it has no decision, and names the movement in its place. What went to who attached a payment, and what
// is paid back to who paid too much, is of a case.
public sealed partial record Boeking
{
    private static Boeking? VanBank(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            BankregelGeboekt e => Regel(stroom, Tussenrekening, e.Mutatie, e.Bedrag, e.Boekdatum, e.Op),
            BankregelTeruggeboekt e => Regel(stroom, Tussenrekening, e.Mutatie, -e.Bedrag, e.Boekdatum, e.Op),
            BankkostenGeboekt e => Regel(stroom, Bankkosten, e.Mutatie, e.Bedrag, e.Boekdatum, e.Op),
            TerugbetalingOpgedragen e => Betaling(e.Opdracht, e.Boekdatum, e.Op, Bank, TeBetalen),
            BeslagleggerBetaald e => Betaling(e.Opdracht with { Bedrag = e.Bedrag }, e.Boekdatum, e.Op, TeBetalen, Bank),
            _ => null,
        };

    /// <param name="bedrag">As the account feels it: positive is received.</param>
    private static Boeking Regel(string stroom, string rekening, string mutatie, decimal bedrag, LocalDate boekdatum, Instant op) =>
        new("", "", $"{stroom} {mutatie}", boekdatum, op, [.. Zonder0(Zijde(Bank, bedrag), Zijde(rekening, -bedrag))]);
}
