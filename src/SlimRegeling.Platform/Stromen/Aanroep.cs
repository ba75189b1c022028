using NodaTime;

namespace SlimRegeling.Platform.Stromen;

/// <summary>
/// Who does this, for whom, and under which call: written with every event. Set once by the floor, at the door of a request
/// or of a message.
/// </summary>
public sealed class Aanroep
{
    public const string Systeem = "systeem";

    /// <summary>Subject of the person (a pseudonym), or <c>systeem</c> when a message was the cause.</summary>
    public string Wie { get; set; } = Systeem;

    /// <summary>KVK number of the enterprise that the person acts for; null for employees and the system.</summary>
    public string? Namens { get; set; }

    /// <summary>KVK number of the intermediary that holds the machtiging.</summary>
    public string? Gemachtigde { get; set; }

    /// <summary>When set, only streams and documents of this enterprise exist for this call.</summary>
    public string? AlleenVan { get; set; }

    /// <summary>The machtiging of this call does not cover applying: drafts do not exist for it.</summary>
    public bool ZonderConcepten { get; set; }

    /// <summary>Who caused the message that is handled (pseudonym); null for a request.</summary>
    public string? Veroorzaker { get; set; }

    /// <summary>Id of the message that caused this, when one did.</summary>
    public Guid? Aanleiding { get; set; }

    /// <summary>
    /// When the request came to the door, before anything of it was read; of what a form of our site asks, when that form came to the door of the
    /// site. It stays the same however often its transaction is tried.
    /// </summary>
    public Instant Binnen { get; set; }

    /// <summary>Which try this is of the transaction; above 1 it met another.</summary>
    public int Poging { get; set; } = 1;

    /// <summary>The version that the caller saw (If-Match).</summary>
    public long? GezienVersie { get; set; }
}

/// <summary>A thing that belongs to one enterprise: others do not learn that it exists.</summary>
public interface IVanOnderneming
{
    string KvkNummer { get; }
}
