using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Bankbestanden;

// What one field of a statement says, and what is wrong with it.
internal sealed partial class Afschriftlezer
{
    // A moment with its offset is of the day that it is here.
    private LocalDate Dag(string tekst, string wat)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(tekst) is { Success: true } moment)
            return Moment.Dag(moment.Value.ToInstant());
        if (LocalDatePattern.Iso.Parse(tekst.Length > 10 ? tekst[..10] : tekst) is { Success: true } datum)
            return datum.Value;
        Meld($"De {wat} '{Kort(tekst)}' is geen datum. Vraag de bank om een juist afschrift.");
        return default;
    }

    private decimal Bedrag(Dictionary<string, string> bron, string pad)
    {
        var tekst = bron.GetValueOrDefault(pad, "");
        if (
            decimal.TryParse(tekst, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bedrag)
            && bedrag <= HoogsteBedrag
            && decimal.Round(bedrag, 2) == bedrag
        )
            return bedrag;
        Meld($"Het bedrag '{tekst}' is geen bedrag in hele centen. Vraag de bank om een juist afschrift.");
        return 0;
    }

    private int Teken(Dictionary<string, string> bron, string pad)
    {
        switch (bron.GetValueOrDefault(pad))
        {
            case "CRDT":
                return 1;
            case "DBIT":
                return -1;
            case var anders:
                Meld($"Bij of af is niet te zien: '{anders}' is geen CRDT of DBIT. Vraag de bank om een juist afschrift.");
                return 0;
        }
    }

    private bool Ja(Dictionary<string, string> bron, string pad, bool anders)
    {
        switch (bron.GetValueOrDefault(pad))
        {
            case null:
                return anders;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case var tekst:
                Meld($"'{tekst}' is geen true of false. Vraag de bank om een juist afschrift.");
                return anders;
        }
    }

    private string Verplicht(Dictionary<string, string> bron, string pad, string wat)
    {
        if (bron.TryGetValue(pad, out var tekst) && tekst.Length > 0)
            return tekst;
        Meld($"Hier ontbreekt {wat}. Vraag de bank om een volledig afschrift.");
        return "";
    }

    private void Zet(Dictionary<string, string> doel, string pad, string tekst, Bankxml.Plek hier)
    {
        if (!doel.TryAdd(pad, tekst))
            fouten.Add(
                new(
                    hier.ToString(),
                    $"Dit gegeven ({pad}) staat er twee keer waar het er één keer hoort. Vraag de bank om een juist afschrift."
                )
            );
    }

    private Dictionary<string, string> Doel(string pad) =>
        pad.StartsWith("Bal/", StringComparison.Ordinal) ? saldo
        : pad.StartsWith("Ntry/NtryDtls/", StringComparison.Ordinal) ? onderdeel
        : boeking;

    // Not through the middle of a character of two.
    private static string Kort(string tekst) =>
        tekst.Length <= LangsteOmschrijving ? tekst
        : char.IsHighSurrogate(tekst[LangsteOmschrijving - 1]) ? tekst[..(LangsteOmschrijving - 1)]
        : tekst[..LangsteOmschrijving];

    private void Meld(string uitleg) => fouten.Add(new(plaats.ToString(), uitleg));

    private static string Euro(decimal bedrag) => bedrag.ToString("F2", CultureInfo.InvariantCulture);
}
